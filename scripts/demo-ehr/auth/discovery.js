/**
 * The SMART configuration document (SMART App Launch 2.2, conformance).
 * @param {string} issuer
 * @param {import('./provider.js').ProofOfPossession} proofOfPossession
 */
export function smartConfiguration(issuer, proofOfPossession) {
  return {
    issuer,
    jwks_uri: `${issuer}/jwks`,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    revocation_endpoint: `${issuer}/token/revocation`,
    end_session_endpoint: `${issuer}/session/end`,
    token_endpoint_auth_methods_supported: ['none'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    response_types_supported: ['code'],
    scopes_supported: [
      'openid',
      'profile',
      'fhirUser',
      'launch',
      'launch/patient',
      'online_access',
      'offline_access',
      'patient/*.rs',
      'patient/*.read',
      'user/*.rs',
      'user/*.read',
      'patient/RiskAssessment.c',
      'patient/Observation.c',
      'user/RiskAssessment.c',
      'user/Observation.c',
    ],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
    ...(proofOfPossession !== 'unlisted' && {
      dpop_signing_alg_values_supported: ['ES256', 'EdDSA'],
    }),
    capabilities: [
      'launch-ehr',
      'launch-standalone',
      'client-public',
      'sso-openid-connect',
      'context-banner',
      'context-style',
      'context-ehr-patient',
      'context-ehr-encounter',
      'context-standalone-patient',
      'permission-patient',
      'permission-user',
      'permission-v1',
      'permission-v2',
      'permission-online',
      'permission-offline',
    ],
  };
}

/** Colours of the portal for apps that wish to match it (SMART styling). */
export const SMART_STYLE = Object.freeze({
  color_background: '#ffffff',
  color_error: '#8a1c12',
  color_highlight: '#1f5f8b',
  color_modal_backdrop: '#00000080',
  color_success: '#1e6b3a',
  color_text: '#16242f',
  dim_border_radius: '8px',
  dim_font_size: '17px',
  dim_spacing_size: '16px',
  font_family_body: 'system-ui, sans-serif',
  font_family_heading: 'system-ui, sans-serif',
});
