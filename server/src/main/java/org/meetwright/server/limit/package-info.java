/// Limits on the requests of one client.
@NullMarked
package org.meetwright.server.limit;

import org.jspecify.annotations.NullMarked;
