/// The commands for the messages in the outbox.
@NullMarked
package org.meetwright.cli.commands.outbox;

import org.jspecify.annotations.NullMarked;
