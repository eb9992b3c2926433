/// Meetings as screens show them.
@NullMarked
package org.meetwright.desktop.meeting;

import org.jspecify.annotations.NullMarked;
