export interface StoredSession {
  /** Absent on the web, where an HttpOnly cookie holds it. */
  refreshToken?: string;
  accessToken?: string;
  accessTokenExpiresAt?: string;
}
