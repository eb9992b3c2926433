/// The commands for mail.
@NullMarked
package org.meetwright.cli.commands.mail;

import org.jspecify.annotations.NullMarked;
