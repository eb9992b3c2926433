/// Which solved challenges were used, on all nodes together.
@NullMarked
package org.meetwright.core.challenge;

import org.jspecify.annotations.NullMarked;
