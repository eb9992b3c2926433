/// The command that shows what hosts are notified of.
@NullMarked
package org.meetwright.cli.commands.notifications;

import org.jspecify.annotations.NullMarked;
