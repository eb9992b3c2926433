/// HTTP requests to addresses that users typed in: guarded, and bounded in time and size.
@NullMarked
package org.meetwright.server.outgoing;

import org.jspecify.annotations.NullMarked;
