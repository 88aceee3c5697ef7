export default function Page() {
  return <a href="/api/weather?city=Lisbon">Lisbon</a>
}
