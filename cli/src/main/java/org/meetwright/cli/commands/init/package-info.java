/// `meetwright init`: the first steps of an installation.
@NullMarked
package org.meetwright.cli.commands.init;

import org.jspecify.annotations.NullMarked;
