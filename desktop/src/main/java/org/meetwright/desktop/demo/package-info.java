/// Made-up data, to look around.
@NullMarked
package org.meetwright.desktop.demo;

import org.jspecify.annotations.NullMarked;
