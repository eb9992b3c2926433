/// The commands about what is still to be delivered.
@NullMarked
package org.meetwright.cli.commands.outbox;

import org.jspecify.annotations.NullMarked;
