/** The source of a pattern: every name with a credential's ending contains one of these texts; most names contain none. */
export const anyEnding =
  '(?:key|token|secret|auth|pass|pw|cookie|sig|cred|assertion|verifier|jwt|pat|dsn|bearer|sas|otp|conn|code|login|hmac|phrase|mnemonic|seed|psk|cvv|xprv|proof|saml|sessid|session.?id)'
