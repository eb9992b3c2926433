/// Which solved challenges have been used, on all nodes together.
@NullMarked
package org.meetwright.core.challenge;

import org.jspecify.annotations.NullMarked;
