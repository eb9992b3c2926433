/// Limits on the requests and the memory in use at a time.
@NullMarked
package org.meetwright.server.load;

import org.jspecify.annotations.NullMarked;
