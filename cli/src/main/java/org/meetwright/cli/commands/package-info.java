/// The commands, a class each: read the arguments, call one service, print.
@NullMarked
package org.meetwright.cli.commands;

import org.jspecify.annotations.NullMarked;
