/// The commands about SMS.
@NullMarked
package org.meetwright.cli.commands.sms;

import org.jspecify.annotations.NullMarked;
