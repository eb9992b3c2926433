/// `meetwright completion` and the manual pages: what shells and readers know of the commands.
@NullMarked
package org.meetwright.cli.commands.completion;

import org.jspecify.annotations.NullMarked;
