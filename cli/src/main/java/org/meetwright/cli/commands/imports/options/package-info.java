/// What the commands below `meetwright import` share: their options, and what they say.
@NullMarked
package org.meetwright.cli.commands.imports.options;

import org.jspecify.annotations.NullMarked;
