# Sends the exchanges of a file through Ruby VCR: ruby-vcr.rb record|replay|append CASSETTE ORIGIN EXCHANGES
require 'base64'
require 'json'
require 'net/http'
require 'vcr'
require 'webmock'

mode, file, origin, exchanges = ARGV
VCR.configure do |config|
  config.cassette_library_dir = File.dirname(file)
  config.hook_into :webmock
end

def encode(text)
  Base64.strict_encode64(text.to_s)
end

def send_exchange(origin, exchange)
  uri = URI(origin + exchange['path'])
  body = Base64.strict_decode64(exchange['body'])
  request = Net::HTTPGenericRequest.new(exchange['method'], !body.empty?, exchange['method'] != 'HEAD', uri)
  exchange['headers'].each { |name, value| request[name] = value }
  request.body = body unless body.empty?
  response = Net::HTTP.start(uri.host, uri.port, read_timeout: 20) { |http| http.request(request) }
  headers = response.to_hash.flat_map { |name, values| values.map { |value| [encode(name), encode(value)] } }
  { id: exchange['id'], status: response.code.to_i, reason: response.message.to_s, headers: headers, body: encode(response.body) }
rescue StandardError => e
  { id: exchange['id'], error: "#{e.class}: #{e.message}" }
end

options = {
  record: { 'record' => :all, 'replay' => :none, 'append' => :new_episodes }.fetch(mode),
  match_requests_on: %i[method uri body],
  preserve_exact_body_bytes: ENV['EXACT_BYTES'] == '1',
}
VCR.use_cassette(File.basename(file, '.yml'), options) do
  JSON.parse(File.read(exchanges)).each do |exchange|
    puts JSON.generate(send_exchange(origin, exchange))
    $stdout.flush
  end
end
