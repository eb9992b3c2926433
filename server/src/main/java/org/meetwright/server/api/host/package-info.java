/// Routes for a host's own account.
@NullMarked
package org.meetwright.server.api.host;

import org.jspecify.annotations.NullMarked;
