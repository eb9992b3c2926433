/// What each room keeps of people, and how it forgets them.
@NullMarked
package org.meetwright.core.traces;

import org.jspecify.annotations.NullMarked;
