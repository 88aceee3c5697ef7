/** Whether SDKs send a request again after an answer with this status. A status below 200 is a failed connection. */
export function isRetryableStatus(status: number): boolean {
  return status < 200 || status === 408 || status === 409 || status === 429 || status >= 500
}
