/// Says why a start cannot be booked, from the facts that the engine offers from.
@NullMarked
package org.meetwright.core.slot.explain;

import org.jspecify.annotations.NullMarked;
