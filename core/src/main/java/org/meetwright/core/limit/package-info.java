/// Limits on how often something may be done, counted for all nodes together.
@NullMarked
package org.meetwright.core.limit;

import org.jspecify.annotations.NullMarked;
