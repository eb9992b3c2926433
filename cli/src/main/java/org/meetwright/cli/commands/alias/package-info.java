/// `meetwright alias` and what is below it.
@NullMarked
package org.meetwright.cli.commands.alias;

import org.jspecify.annotations.NullMarked;
