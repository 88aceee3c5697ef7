/** A kind of credential that can be recognized in any text. */
export interface SecretPattern {
  /** A name for messages, such as `an OpenAI key`. */
  readonly kind: string
  /** A global pattern that matches the credential itself. */
  readonly pattern: RegExp
}

/**
 * The credentials that can be recognized by a prefix of the provider or by a distinctive form. Each pattern is so long that it
 * matches no prose and no id of a response; patterns that could match words require a digit.
 */
export const secretPatterns: readonly SecretPattern[] = [
  { kind: 'an Anthropic key', pattern: /\bsk-ant-[\w-]{20,}/g },
  { kind: 'an OpenRouter key', pattern: /\bsk-or-[\w-]{20,}/g },
  { kind: 'an OpenAI key', pattern: /\bsk-(?!ant-|or-)(?=[\w-]*\d)[\w-]{16,}/g },
  { kind: 'an OpenAI client secret', pattern: /\bek_(?=[a-z]*\d)[A-Za-z0-9]{24,}/g },
  { kind: 'a Google API key', pattern: /\bAIza[\w-]{35}/g },
  { kind: 'a Google OAuth token', pattern: /\bya29\.[\w-]{20,}/g },
  { kind: 'a Google client secret', pattern: /\bGOCSPX-[\w-]{20,}/g },
  { kind: 'an AWS key id', pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g },
  { kind: 'a Bedrock key', pattern: /\b(?:ABSK[A-Za-z0-9+/]{40,}|bedrock-api-key-[A-Za-z0-9+/]{40,})/g },
  { kind: 'a GitHub token', pattern: /\b(?:gh[pousr]_\w{36,}|github_pat_\w{22,})/g },
  { kind: 'a GitLab token', pattern: /\bglpat-[\w-]{20,}/g },
  { kind: 'a Slack token', pattern: /\bxox[abeoprs]-[\w-]{10,}/g },
  { kind: 'a Stripe key', pattern: /\b[rs]k_(?:live|test)_\w{16,}/g },
  { kind: 'an npm token', pattern: /\bnpm_\w{36}\b/g },
  { kind: 'a Hugging Face token', pattern: /\bhf_[A-Za-z0-9]{30,}/g },
  { kind: 'a Groq key', pattern: /\bgsk_[A-Za-z0-9]{40,}/g },
  { kind: 'an xAI key', pattern: /\bxai-[A-Za-z0-9]{40,}/g },
  { kind: 'a Perplexity key', pattern: /\bpplx-[A-Za-z0-9]{30,}/g },
  { kind: 'a Replicate token', pattern: /\br8_[A-Za-z0-9]{30,}/g },
  { kind: 'an NVIDIA key', pattern: /\bnvapi-[\w-]{40,}/g },
  { kind: 'a Cerebras key', pattern: /\bcsk-[a-z0-9]{40,}/g },
  { kind: 'a Databricks token', pattern: /\bdapi[0-9a-f]{32}\b/g },
  { kind: 'a LangSmith key', pattern: /\blsv2_[a-z]{2}_[0-9a-f]{32}/g },
  { kind: 'a Pinecone key', pattern: /\bpcsk_\w{40,}/g },
  { kind: 'a Tavily key', pattern: /\btvly-(?:[a-z]+-)?[A-Za-z0-9]{24,}/g },
  { kind: 'a SendGrid key', pattern: /\bSG\.[\w-]{22}\.[\w-]{43}/g },
  { kind: 'a JSON web token', pattern: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/g },
  { kind: 'a private key', pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/g },
  {
    kind: 'an authorization header',
    pattern: /(?<=\bBearer )(?=[\w+/=.~-]*\d)[\w+/=.~-]{20,}|(?<=\bBasic )(?=[\w+/=.~-]*[\d=])[\w+/=.~-]{20,}/g,
  },
]
