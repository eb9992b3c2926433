/// Weekly hours as people write them.
@NullMarked
package org.meetwright.cli.hours;

import org.jspecify.annotations.NullMarked;
