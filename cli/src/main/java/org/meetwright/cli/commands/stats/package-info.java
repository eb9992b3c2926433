/// The command that counts bookings.
@NullMarked
package org.meetwright.cli.commands.stats;

import org.jspecify.annotations.NullMarked;
