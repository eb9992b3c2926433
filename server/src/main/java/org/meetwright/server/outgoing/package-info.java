/// HTTP requests to other servers: only to checked addresses, and bounded in time and size.
@NullMarked
package org.meetwright.server.outgoing;

import org.jspecify.annotations.NullMarked;
