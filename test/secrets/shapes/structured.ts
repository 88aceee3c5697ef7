/** Credentials in a standard form that no single provider owns. */
export const structuredShapes = {
  'JSON web token, HS256': '{jwt:32}',
  'JSON web token, RS256': '{jwt:256}',
  'private key, RSA': '{pem:RSA PRIVATE KEY}',
  'private key, PKCS 8': '{pem:PRIVATE KEY}',
  'private key, EC': '{pem:EC PRIVATE KEY}',
  'private key, OpenSSH': '{pem:OPENSSH PRIVATE KEY}',
  'private key, encrypted': '{pem:ENCRYPTED PRIVATE KEY}',
  'private key, PGP': '{pem:PGP PRIVATE KEY BLOCK}',
  'URL of PostgreSQL': 'postgresql://app:<{an:20}>@db.example.com:5432/app?sslmode=require',
  'URL of PostgreSQL, short scheme': 'postgres://app:<{hex:32}>@db.example.com/app',
  'URL of MySQL': 'mysql://root:<{an:16}>@10.0.0.5:3306/shop',
  'URL of MongoDB': 'mongodb+srv://admin:<{an:18}>@cluster0.ab1cd.mongodb.net/test',
  'URL of Redis': 'rediss://default:<{b64u:40}>@cache.example.com:6380',
  'URL of AMQP': 'amqps://worker:<{an:24}>@mq.example.com/vhost',
  'URL of SMTP': 'smtp://mailer%40example.com:<{an:20}>@smtp.example.com:587',
  'URL of an FTP server': 'ftp://backup:<{an:12}>@files.example.com/daily',
  'URL with user and password': 'https://deploy:<{an:20}>@git.example.com/acme/app.git',
  'URL with a token as user': 'https://<{hex:40}>:x-oauth-basic@git.example.com/acme/app.git',
  'URL with a token of an app': 'https://x-access-token:<{an:40}>@git.example.com/acme/app.git',
  'URL of Cloudinary': 'cloudinary://{d:15}:<{b64u:27}>@acme',
  'connection string of SQL Server':
    'Server=tcp:db.example.com,1433;Database=app;User Id=sa;Password=<{an:20}>;Encrypt=True',
  'URL with an access token': 'https://api.example.com/v1/files/7?access_token=<{an:40}>',
  'URL signed by AWS':
    'https://b.s3.amazonaws.com/a?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20260101T000000Z&X-Amz-Signature=<{hex:64}>',
  'URL signed by Google':
    'https://storage.googleapis.com/b/a?X-Goog-Date=20260101T000000Z&X-Goog-Expires=900&X-Goog-Signature=<{hex:256}>',
} as const
