/// Forms on the screen: fields with what is wrong with them, and pages of them.
@NullMarked
package org.meetwright.desktop.field;

import org.jspecify.annotations.NullMarked;
