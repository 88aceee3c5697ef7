/** A certificate for the hosts of the examples that no authority has signed. Only the provider of the tests uses it. */
export const certificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgsxow6CFls4ftOXI8
Ck9vuNWW6UrowGhyi3X2furb4tehRANCAATcmwytB7ZzprIccSm/vBwoG5T2LZ4i
76Sw2wOjxiqq+2SN7zVj47e70D0O4Dygcpw/0LFbIfKP0jNTPqS/jI4y
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIICDTCCAbOgAwIBAgIIEjRWeJCrze8wCgYIKoZIzj0EAwIwJTEjMCEGA1UEAwwa
bXN3LWNhc3NldHRlIHRlc3QgcHJvdmlkZXIwIBcNMjAwMTAxMDAwMDAwWhgPMjEy
MDAxMDEwMDAwMDBaMCUxIzAhBgNVBAMMGm1zdy1jYXNzZXR0ZSB0ZXN0IHByb3Zp
ZGVyMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE3JsMrQe2c6ayHHEpv7wcKBuU
9i2eIu+ksNsDo8Yqqvtkje81Y+O3u9A9DuA8oHKcP9CxWyHyj9IzUz6kv4yOMqOB
yjCBxzAdBgNVHQ4EFgQU2VJ6b0tG2pm7gcmhmnKP+2/EARkwDwYDVR0TAQH/BAUw
AwEB/zCBlAYDVR0RBIGMMIGJgglsb2NhbGhvc3SCDmFwaS5vcGVuYWkuY29tghFh
cGkuYW50aHJvcGljLmNvbYINb3BlbnJvdXRlci5haYIOaHVnZ2luZ2ZhY2UuY2+C
FXJvdXRlci5odWdnaW5nZmFjZS5jb4IMYXBpLmdyb3EuY29tgg0qLmV4YW1wbGUu
Y29tggYqLnRlc3QwCgYIKoZIzj0EAwIDSAAwRQIgcpDlkORLmCWyTFMwi/OuyL9s
ClLC8TthKCwTYOcy0NECIQDOq9kNQDnb/JVDhx9Jqj+zCerBb8Vvdol1ZjmdmXsI
dQ==
-----END CERTIFICATE-----
`,
}
