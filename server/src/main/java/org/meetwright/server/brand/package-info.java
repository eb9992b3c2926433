/// Turns a host's colour into the colours of a page, all of which can be read.
@NullMarked
package org.meetwright.server.brand;

import org.jspecify.annotations.NullMarked;
