/// What can be typed after a command, and how it is read.
@NullMarked
package org.meetwright.cli.arguments;

import org.jspecify.annotations.NullMarked;
