/// Half-open intervals of absolute time, sets of them, and the instants of local dates. Uses
/// `java.*` alone.
@NullMarked
package org.meetwright.core.time;

import org.jspecify.annotations.NullMarked;
