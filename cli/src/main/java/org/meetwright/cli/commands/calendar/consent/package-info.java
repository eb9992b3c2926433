/// Connecting calendar accounts on their service's own page, which leads back to this machine.
@NullMarked
package org.meetwright.cli.commands.calendar.consent;

import org.jspecify.annotations.NullMarked;
