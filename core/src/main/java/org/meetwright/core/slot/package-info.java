/// The engine, a pure function: from the facts in a [Snapshot][org.meetwright.core.slot.Snapshot]
/// to slots, or to the reasons against a time. `docs/slots.md` has its rules.
@NullMarked
package org.meetwright.core.slot;

import org.jspecify.annotations.NullMarked;
