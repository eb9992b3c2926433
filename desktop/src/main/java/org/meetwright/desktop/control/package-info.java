/// Controls that several screens use.
@NullMarked
package org.meetwright.desktop.control;

import org.jspecify.annotations.NullMarked;
