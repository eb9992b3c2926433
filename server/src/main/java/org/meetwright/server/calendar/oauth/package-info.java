/// Speaks to the authorization servers of calendar services: OAuth 2 (RFC 6749) with PKCE (RFC
/// 7636) and revocation (RFC 7009).
@NullMarked
package org.meetwright.server.calendar.oauth;

import org.jspecify.annotations.NullMarked;
