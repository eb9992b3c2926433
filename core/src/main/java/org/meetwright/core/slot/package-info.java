/// The engine, pure: from the facts in a [Snapshot][org.meetwright.core.slot.Snapshot] to slots, or
/// to the reasons against a time.
@NullMarked
package org.meetwright.core.slot;

import org.jspecify.annotations.NullMarked;
