/// Hosts' own texts for what invitees read.
@NullMarked
package org.meetwright.core.eventtype.text;

import org.jspecify.annotations.NullMarked;
