/// Asks a running server for much, with wrk.
@NullMarked
package org.meetwright.server.load;

import org.jspecify.annotations.NullMarked;
