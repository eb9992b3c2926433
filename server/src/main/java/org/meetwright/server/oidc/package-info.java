/// Signing in at an OpenID Connect provider.
@NullMarked
package org.meetwright.server.oidc;

import org.jspecify.annotations.NullMarked;
