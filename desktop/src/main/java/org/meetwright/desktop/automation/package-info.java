/// The screen of what tells other programs.
@NullMarked
package org.meetwright.desktop.automation;

import org.jspecify.annotations.NullMarked;
