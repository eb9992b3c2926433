/// Reads and caches the facts that the slot engine works on, and chooses the host of a round-robin.
@NullMarked
package org.meetwright.core.availability;

import org.jspecify.annotations.NullMarked;
