"""The same contacts as a table, a matrix and a timeline."""


def test_the_table_has_every_contact_that_is_shown(see, week):
    seen = see(week)
    seen.page.click("#tab-table")
    assert seen.page.locator("#table tbody tr").count() == 33
    assert seen.page.inner_text("#table-count") == "33 rows"
    row = seen.page.inner_text("#table tbody tr:has-text('Mikati')")
    assert "30 Nov 2024" in row
    assert "also had a call with Mikati" in row
    seen.page.check("#others")
    assert seen.page.locator("#table tbody tr").count() == 40


def test_the_table_is_sorted_by_a_column_up_and_down(see, week):
    seen = see(week)
    seen.page.click("#tab-table")
    column = "#table tbody tr td.sources"
    seen.page.click("#table [data-column=sources]")
    assert seen.page.inner_text(f"{column} >> nth=0") == "3"
    assert seen.page.get_attribute("#table th:has([data-column=sources])", "aria-sort") == "descending"
    seen.page.keyboard.press("Enter")
    assert seen.page.inner_text(f"{column} >> nth=0") == "1"
    assert seen.page.get_attribute("#table th:has([data-column=sources])", "aria-sort") == "ascending"


def test_the_table_is_filtered_by_words_of_a_sentence(see, week):
    seen = see(week)
    seen.page.click("#tab-table")
    seen.page.fill("#find", "landed before noon")
    seen.until("document.getElementById('table-count').textContent === '1 row'")
    assert "Abbas Araghchi" in seen.page.inner_text("#table tbody")


def test_a_row_opens_what_proves_it(see, week):
    seen = see(week)
    seen.page.click("#tab-table")
    seen.page.click("#table tbody tr:has-text('Mikati') button")
    assert "“The Turkish minister also had a call with Mikati”" in seen.panel
    assert seen.ask("document.activeElement.textContent") == "One contact"


def test_the_matrix_counts_contacts_between_countries(see, week):
    seen = see(week)
    seen.page.click("#tab-matrix")
    cell = "#matrix button[aria-label='Russia with Turkey: 4 contacts']"
    assert seen.page.inner_text(cell) == "4"
    seen.page.click(cell)
    assert seen.page.inner_text("#panel h2") == "Russia – Turkey"
    assert "Erdoğan and Putin held a telephone call" in seen.panel
    assert "Took place (4)" in seen.panel


def test_the_matrix_has_actors_in_the_order_of_countries_too(see, week):
    seen = see(week)
    seen.page.click("#tab-matrix")
    seen.page.select_option("#cells", "actors")
    rows = seen.page.locator("#matrix tbody th bdi").all_inner_texts()
    assert abs(rows.index("Hakan Fidan") - rows.index("Recep Tayyip Erdoğan")) == 1


def test_the_matrix_follows_the_filters(see, week):
    seen = see(week, fragment="#tab=matrix&rel=wrote_to")
    assert seen.page.locator("#matrix td button").count() == 2


def test_the_timeline_has_columns_that_set_the_window_and_contacts_below(see, week):
    seen = see(week)
    seen.page.click("#tab-timeline")
    assert "contacts by day" in seen.page.inner_text("#timeline")
    assert seen.page.locator("#timeline .events li").count() == 33
    seen.page.click("#timeline button[aria-label^='2 Dec 2024']")
    assert seen.page.inner_text("#period") == "2 Dec 2024 – 2 Dec 2024"
    days = seen.page.locator("#timeline .events .day").all_inner_texts()
    assert set(days) == {"2 Dec 2024"}
    seen.page.click("#timeline .events button >> nth=0")
    assert seen.page.locator("#panel blockquote").count() == 1


def test_what_is_chosen_in_a_filter_counts_in_every_tab(see, week):
    seen = see(week, fragment="#topic=trade")
    count = int(seen.count.split()[0])
    seen.page.click("#tab-table")
    assert seen.page.locator("#table tbody tr").count() == count
    seen.page.click("#tab-timeline")
    assert seen.page.locator("#timeline .events li").count() == count
