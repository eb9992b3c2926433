/// How much one client may ask for.
@NullMarked
package org.meetwright.server.limit;

import org.jspecify.annotations.NullMarked;
