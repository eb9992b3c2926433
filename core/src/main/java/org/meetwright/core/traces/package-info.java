/// The personal data that each room keeps, and how it exports and erases them.
@NullMarked
package org.meetwright.core.traces;

import org.jspecify.annotations.NullMarked;
