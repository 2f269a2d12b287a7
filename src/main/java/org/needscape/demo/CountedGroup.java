package org.needscape.demo;

/** Whom a circumstance is counted among. */
enum CountedGroup {
    RESIDENTS("Residents"),
    HOUSEHOLDS("Households"),
    FAMILIES("Families with dependent children"),
    AGED_0_TO_15("Children aged 0 to 15"),
    AGED_0_TO_17("Children aged 0 to 17"),
    AGED_5_TO_15("Pupils aged 5 to 15"),
    AGED_10_TO_17("Children aged 10 to 17"),
    AGED_16_TO_24("People aged 16 to 24"),
    AGED_16_TO_64("People aged 16 to 64"),
    RECEPTION("Children who finished reception in the three years");

    private final String words;

    CountedGroup(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** How many there are in an area in 2024; households and families from the usual number of persons in them. */
    int size(Residents residents, int area) {
        return switch (this) {
            case RESIDENTS -> residents.aged(2024, area, 0, Residents.LAST_AGE);
            case HOUSEHOLDS -> residents.aged(2024, area, 0, Residents.LAST_AGE) * 10 / 23;
            case FAMILIES -> residents.aged(2024, area, 0, 17) * 10 / 17;
            case AGED_0_TO_15 -> residents.aged(2024, area, 0, 15);
            case AGED_0_TO_17 -> residents.aged(2024, area, 0, 17);
            case AGED_5_TO_15 -> residents.aged(2024, area, 5, 15);
            case AGED_10_TO_17 -> residents.aged(2024, area, 10, 17);
            case AGED_16_TO_24 -> residents.aged(2024, area, 16, 24);
            case AGED_16_TO_64 -> residents.aged(2024, area, 16, 64);
            case RECEPTION ->
                residents.aged(2022, area, 5, 5) + residents.aged(2023, area, 5, 5) + residents.aged(2024, area, 5, 5);
        };
    }
}
