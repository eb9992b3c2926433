/// Event types: how they are listed, who meets and where, and what invitees are asked.
@NullMarked
package org.meetwright.core.eventtype;

import org.jspecify.annotations.NullMarked;
