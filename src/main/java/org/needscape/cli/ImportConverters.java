package org.needscape.cli;

import java.util.function.Supplier;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the texts of options into domain values. */
final class ImportConverters {

    private ImportConverters() {}

    static final class ToGeography implements ITypeConverter<Geography> {
        @Override
        public Geography convert(String text) {
            return converted(() -> Geography.parse(text));
        }
    }

    static final class ToMeasure implements ITypeConverter<Measure> {
        @Override
        public Measure convert(String text) {
            return converted(() -> Measure.parse(text));
        }
    }

    static final class ToPeriod implements ITypeConverter<Period> {
        @Override
        public Period convert(String text) {
            return converted(() -> new Period(text));
        }
    }

    static final class ToExtent implements ITypeConverter<ExtentName> {
        @Override
        public ExtentName convert(String text) {
            return converted(() -> new ExtentName(text));
        }
    }

    private static <T> T converted(Supplier<T> parser) {
        try {
            return parser.get();
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
