/// What is typed into forms.
@NullMarked
package org.meetwright.desktop.form;

import org.jspecify.annotations.NullMarked;
