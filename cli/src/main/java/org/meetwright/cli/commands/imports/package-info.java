/// `meetwright import` and what is below it.
@NullMarked
package org.meetwright.cli.commands.imports;

import org.jspecify.annotations.NullMarked;
