int there_is_something_but_no_init(void);

int there_is_something_but_no_init(void)
{
    return 1;
}
